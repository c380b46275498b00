"""Many machines: shares of the work, and a Dask cluster."""
