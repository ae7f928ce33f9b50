"""The benchmark: how fast sites of many papers build, against MkDocs without us."""
