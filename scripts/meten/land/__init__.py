"""The whole country: what its pages cost on real servers, beside one gemeente and beside the same bytes for nothing."""
