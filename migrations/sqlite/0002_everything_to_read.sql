-- Everything that readers read: what a list shows without opening each document, posts, primers, and who a letter goes to.

-- Which revision is public, and which maker of HTML made its public row: an older one is published again at the start.
ALTER TABLE documents ADD COLUMN public_revision INTEGER;
ALTER TABLE documents ADD COLUMN maker INTEGER NOT NULL DEFAULT 0;

UPDATE documents
   SET public_revision = (SELECT MAX(revision)
                            FROM revisions
                           WHERE revisions.document = documents.id)
 WHERE state = 'published';

-- What lists show of it; when its text last changed; the day on which it ends: that of its outcome, or of its lapsing.
ALTER TABLE alerts ADD COLUMN brief TEXT NOT NULL DEFAULT '{}';
ALTER TABLE alerts ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alerts ADD COLUMN ends_on TEXT NOT NULL DEFAULT '9999-12-31';
ALTER TABLE alerts DROP COLUMN html_version;

CREATE INDEX alerts_by_issue ON alerts (issue, issued);
CREATE INDEX alerts_by_end ON alerts (ends_on);

UPDATE alerts
   SET changed_at = published_at;

-- Which model letter of an alert goes to whom, so that an official's letters can be summed.
CREATE TABLE letter_officials (
    alert TEXT NOT NULL REFERENCES documents (id),
    letter INTEGER NOT NULL,
    official TEXT NOT NULL REFERENCES officials (slug),
    PRIMARY KEY (alert, letter, official)
) STRICT;

CREATE INDEX letter_officials_by_official ON letter_officials (official);

ALTER TABLE issues ADD COLUMN html TEXT NOT NULL DEFAULT '{}';
ALTER TABLE about_pages DROP COLUMN html_version;

CREATE TABLE posts (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    shelf TEXT NOT NULL CHECK (shelf IN ('post', 'submission')),
    issued TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    brief TEXT NOT NULL,
    json TEXT NOT NULL,
    html TEXT NOT NULL
) STRICT;

CREATE INDEX posts_in_order ON posts (shelf, issued, slug);

CREATE TABLE post_issues (
    post TEXT NOT NULL REFERENCES documents (id),
    issue TEXT NOT NULL REFERENCES issues (slug),
    PRIMARY KEY (post, issue)
) STRICT;

CREATE INDEX post_issues_by_issue ON post_issues (issue);

CREATE TABLE primers (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    slug TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    json TEXT NOT NULL,
    html TEXT NOT NULL
) STRICT;
