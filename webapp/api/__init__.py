"""What programs may ask of Copytrail and how it is described: values, problems, tokens; no web and no SQL."""
