-- Whether a forum has a recording, and what was said in it: the lines of each language as they were read at publication.
ALTER TABLE forums ADD COLUMN recorded INTEGER NOT NULL DEFAULT 0;

CREATE TABLE transcripts (
    document TEXT NOT NULL REFERENCES documents (id),
    language TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (document, language)
) STRICT;
