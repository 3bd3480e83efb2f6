"""What ``ci/bench`` makes and measures; the tests take their generated corpora from here."""
