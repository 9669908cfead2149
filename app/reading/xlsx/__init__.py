"""An Excel file as rows of cells, however large."""
