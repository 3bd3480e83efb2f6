"""How a map over pieces is carried out: in this process, in several, or on Spark."""
