-- What an instance is: documents with revisions, what is published of them, and the letters that writers report.

-- Identity of a document; its text is in revisions.
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    number TEXT UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    created_at BIGINT NOT NULL,
    UNIQUE (kind, slug)
);

CREATE TABLE revisions (
    document TEXT NOT NULL REFERENCES documents (id),
    revision BIGINT NOT NULL,
    format BIGINT NOT NULL,
    author TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    note TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (document, revision)
);

-- Ids, positions and hashes only, never a name: each row's hash covers the row before it.
CREATE TABLE audit (
    position BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    act TEXT NOT NULL,
    document TEXT NOT NULL,
    revision BIGINT NOT NULL,
    hash TEXT NOT NULL
);

-- One row: the number that every cached page depends on, and whether counts have changed since it was raised.
CREATE TABLE generation (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    number BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    counts_changed BIGINT NOT NULL
);

INSERT INTO generation (id, number, raised_at, counts_changed)
VALUES (1, 1, 0, 0);

CREATE TABLE issues (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    json TEXT NOT NULL
);

CREATE TABLE officials (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    json TEXT NOT NULL
);

-- Which document lists which official, in order. A list may name an official before the directory does; publication checks that it does.
CREATE TABLE listed_officials (
    document TEXT NOT NULL REFERENCES documents (id),
    position BIGINT NOT NULL,
    official TEXT NOT NULL REFERENCES officials (slug),
    PRIMARY KEY (document, position)
);

CREATE INDEX listed_officials_by_official ON listed_officials (official);

CREATE TABLE alerts (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL UNIQUE,
    issue TEXT NOT NULL REFERENCES issues (slug),
    urgency TEXT NOT NULL,
    issued TEXT NOT NULL,
    act_by TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    json TEXT NOT NULL,
    html TEXT NOT NULL,
    html_version BIGINT NOT NULL
);

CREATE INDEX alerts_by_deadline ON alerts (act_by);

CREATE TABLE about_pages (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    json TEXT NOT NULL,
    html TEXT NOT NULL,
    html_version BIGINT NOT NULL
);

-- A writer's word that a letter was sent. No name, no text, no address: the day, and the hash of a random token so that a letter counts once.
CREATE TABLE sent_reports (
    id TEXT PRIMARY KEY,
    alert TEXT NOT NULL REFERENCES documents (id),
    letter BIGINT NOT NULL,
    token_hash TEXT,
    reported_on TEXT NOT NULL,
    unconfirmed BIGINT NOT NULL,
    UNIQUE (alert, letter, token_hash)
);

-- The same reports as numbers, so that a page never counts rows.
CREATE TABLE letter_counts (
    alert TEXT NOT NULL REFERENCES documents (id),
    letter BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    unconfirmed BIGINT NOT NULL,
    PRIMARY KEY (alert, letter)
);
