"""Files in and out: what an import would do, doing it, and empty files to fill in.

`importing.read_import` says what files would do, `importing.import_files` does it,
`templates.write_template` makes an empty file. pandas is not needed for any of it.
"""
