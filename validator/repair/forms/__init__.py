"""How a repaired record is written back, one format a file: what was not repaired stays byte for byte."""
