"""Checks the documents of a folder: check.py FOLDER OUTPUT [options]. See documents_job.py for the options and what comes out."""

from documents_job import main

if __name__ == "__main__":
    main("check")
