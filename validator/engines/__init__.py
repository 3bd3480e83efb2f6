"""How a map over pieces is carried out: in this process, or in several."""
