"""Extracts every table of some PDFs with pdfplumber and prints how many cells hold something."""

import sys

import pdfplumber

cells = 0
for path in sys.argv[1:]:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            for table in page.extract_tables():
                cells += sum(1 for row in table for cell in row if cell)
print(cells)
