"""Read and write records: the one place that knows YAML and where things lie."""
