
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plain = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  const made = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const list = one("#list");

  // Tables sort by a button in each head, numbers the largest first.
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const value = (row, at) => row.cells[at].dataset.v ?? row.cells[at].textContent.trim();
  for (const table of all("table[data-sort]")) {
    all("thead th", table).forEach((head, at) => {
      const button = made("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const first = head.classList.contains("num") ? "descending" : "ascending";
        const other = first === "ascending" ? "descending" : "ascending";
        const order = head.getAttribute("aria-sort") === first ? other : first;
        all("thead th", table).forEach((each) => each.setAttribute("aria-sort", each === head ? order : "none"));
        const sign = order === "ascending" ? 1 : -1;
        const body = table.tBodies[0];
        const rows = [...body.rows].filter((row) => !row.classList.contains("all"));
        rows.sort((a, b) => sign * collator.compare(value(a, at), value(b, at)));
        body.append(...rows);
        if (table === list) filter();
      });
    });
  }

  // The list of articles is filtered by what stands behind "#list:", by rule, and by words.
  const rows = data.articles.map((article, at) => ({
    article,
    row: document.getElementById(`r${at + 1}`),
    opened: document.getElementById(`a${at + 1}`),
    number: String(at + 1),
  }));
  const ofRow = new Map(rows.map((each) => [each.row, each]));
  const step = 50; // rows that are shown at once
  let most = step;
  let asked = new URLSearchParams();
  const names = { rule: "breaking", source: "from", lacks: "without", day: "of", lang: "in", of: "named there", credit: "with a credit of kind", licence: "with the licence", size: "of words", family: "breaking a rule of", grave: "with an" };
  const holds = ({ article, number }, key, wanted) => {
    if (key === "of") return wanted.split(".").includes(number);
    if (key === "family") return article.rule.some((rule) => rule.startsWith(`${wanted}.`));
    if (key === "grave") return article.grave === (wanted === "error");
    if (key === "day") return article.day.startsWith(wanted);
    const own = article[key];
    return Array.isArray(own) ? own.includes(wanted) : own === wanted;
  };
  const told = (key, wanted) => {
    if (key === "of") return names.of;
    if (key === "size") return `of ${2 ** wanted} to ${2 ** (Number(wanted) + 1) - 1} words`;
    if (key === "source" && !wanted) return "without a source";
    if (key === "licence" && !wanted) return "with a credit without a licence";
    return `${names[key] ?? key} ${wanted}`;
  };
  const filter = () => {
    if (!list) return;
    const words = one("#find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const rule = one("#by-rule").value;
    let shown = 0;
    for (const row of list.tBodies[0].rows) {
      const each = ofRow.get(row);
      const fits =
        [...asked].every(([key, wanted]) => holds(each, key, wanted)) &&
        (!rule || each.article.rule.includes(rule)) &&
        words.every((word) => each.article.words.includes(word));
      shown += fits;
      row.hidden = !fits || shown > most;
      if (each.opened) each.opened.hidden = row.hidden;
    }
    const left = Math.max(0, shown - most);
    one("#more").hidden = !left;
    one("#more button").textContent = `Show ${Math.min(left, 4 * step)} more of ${left}`;
    const what = [...asked].map(([key, wanted]) => told(key, wanted));
    if (rule) what.push(told("rule", rule));
    if (words.length) what.push(`with “${words.join(" ")}”`);
    const more = data.beside ? ` More may be there: ${data.beside} has every finding.` : "";
    one("#matching").textContent = what.length ? `${shown} of ${rows.length} listed articles: ${what.join(", ")}.${more}` : "";
  };
  if (list) {
    const tools = one(".tools");
    tools.hidden = false;
    const anew = () => {
      most = step;
      filter();
    };
    tools.addEventListener("input", anew);
    one("#more button").addEventListener("click", () => {
      most += 4 * step;
      filter();
    });
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("reset", () => {
      asked = new URLSearchParams();
      history.replaceState(null, "", "#articles");
      setTimeout(anew);
    });
  }
  for (const calendar of all(".calendar")) {
    calendar.addEventListener("click", (event) => {
      const day = event.target.dataset?.day;
      if (day) location.hash = `#list:${new URLSearchParams({ source: calendar.dataset.source, day })}`;
    });
  }

  // An address within the page opens what it names, and lets go of a filter that would hide it.
  const go = () => {
    const hash = location.hash;
    if (hash.startsWith("#list:")) {
      one(".tools")?.reset();
      asked = new URLSearchParams(hash.slice(6));
      setTimeout(() => {
        history.replaceState(null, "", hash);
        asked = new URLSearchParams(hash.slice(6));
        most = step;
        filter();
        const head = one("#articles");
        head.scrollIntoView();
        head.focus({ preventScroll: true });
      });
      return;
    }
    const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.matches(".article, tr")) at.hidden = false;
    }
    all(".here").forEach((each) => each.classList.remove("here"));
    target.classList.add("here");
    target.scrollIntoView({ block: target.matches(".article, section, h2") ? "start" : "center" });
    (target.tagName === "DETAILS" ? one("summary", target) : target).focus({ preventScroll: true });
  };
  addEventListener("hashchange", go);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) go(); // the same address again
  });

  // Decisions are kept in memory, by fingerprint, and saved as files.
  const decided = new Map();
  let saved = true;
  const entry = (fingerprint) => decided.get(fingerprint) ?? { decision: "", comment: "" };
  const decide = (fingerprint, change) => {
    const next = { ...entry(fingerprint), ...change };
    if (next.decision || next.comment) decided.set(fingerprint, next);
    else decided.delete(fingerprint);
    saved = decided.size === 0;
    one("#decide").classList.toggle("some", !saved);
    const count = (decision) => [...decided.values()].filter((each) => each.decision === decision).length;
    const comments = [...decided.values()].filter((each) => each.comment).length;
    one("#decided").textContent = decided.size
      ? `${count("accept")} accepted, ${count("reject")} rejected, ${comments} with a comment.`
      : "No finding is decided.";
    for (const finding of all(`[data-finding="${fingerprint}"]`)) paint(finding);
  };
  const paint = (finding) => {
    const now = entry(finding.dataset.finding);
    all("button[data-decision]", finding).forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.decision === now.decision)));
    const comment = one(".choice input", finding);
    if (comment && comment !== document.activeElement) comment.value = now.comment;
  };
  const offer = (finding) => {
    if (one(".choice", finding)) return;
    const fingerprint = finding.dataset.finding;
    const choice = made("div", { className: "choice" });
    choice.setAttribute("role", "group");
    choice.setAttribute("aria-label", `Decide: ${plain(data.decisions[fingerprint].message)}`);
    for (const [decision, label] of [["accept", "Accept"], ["reject", "Reject"]]) {
      const button = made("button", { type: "button" }, label);
      button.dataset.decision = decision;
      button.addEventListener("click", () => decide(fingerprint, { decision: entry(fingerprint).decision === decision ? "" : decision }));
      choice.append(button);
    }
    const comment = made("input", { type: "text", placeholder: "Comment" });
    comment.setAttribute("aria-label", "Comment");
    comment.addEventListener("input", () => decide(fingerprint, { comment: comment.value.trim() }));
    choice.append(comment);
    finding.append(choice);
    paint(finding);
  };
  all(".among .finding").forEach(offer);
  for (const article of all("details.article")) {
    article.addEventListener("toggle", () => article.open && all(".finding", article).forEach(offer));
  }
  const save = (name, content) => {
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    made("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    saved = true;
  };
  const lines = (entries) => entries.map((each) => JSON.stringify(each)).join(",\n");
  const whole = (fingerprint, { decision, comment }) => {
    const { rule, article, count, message, paths } = data.decisions[fingerprint];
    return { ...(decision && { decision }), rule, article, fingerprint, count, message, paths, ...(comment && { comment }) };
  };
  if (list) {
    one("#decide").hidden = false;
    one("#baseline").addEventListener("click", () => {
      const accepted = [...decided].filter(([, each]) => each.decision === "accept");
      const entries = accepted.map(([fingerprint, { comment }]) => whole(fingerprint, { comment }));
      save("baseline.json", `{"schema_version": 1, "tool": "copydesk", "findings": [\n${lines([...data.known, ...entries])}\n]}\n`);
    });
    one("#notes").addEventListener("click", () => {
      save("decisions.json", `[\n${lines([...decided].map(([fingerprint, each]) => whole(fingerprint, each)))}\n]\n`);
    });
    addEventListener("beforeunload", (event) => saved || event.preventDefault());
  }
  filter();
  go();
})();
