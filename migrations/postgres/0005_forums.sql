-- Forums, and the instants at which what is public comes to stand elsewhere by time alone.
CREATE TABLE forums (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    issue TEXT NOT NULL,
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    brief TEXT NOT NULL,
    json TEXT NOT NULL,
    html TEXT NOT NULL
);
CREATE INDEX forums_ends_at ON forums (ends_at);

CREATE TABLE turning_points (
    document TEXT NOT NULL REFERENCES documents (id),
    turns_at BIGINT NOT NULL,
    PRIMARY KEY (document, turns_at)
);
