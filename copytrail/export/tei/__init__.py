"""TEI P5 (Text Encoding Initiative, https://tei-c.org): texts with their passages marked, for research and archives."""
