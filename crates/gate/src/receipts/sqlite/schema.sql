-- One row per chain: its end, sealed with the site's key. A file has one chain.
CREATE TABLE shards (
    shard INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT;

-- One row per receipt. Erasing sets everything to null but its place in the chain, and says why.
CREATE TABLE receipts (
    shard INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    commitment BLOB NOT NULL,
    hash BLOB NOT NULL,
    erased TEXT,
    seal BLOB,
    number BLOB UNIQUE,
    time INTEGER, -- milliseconds since 1970, as the gate's clock had it
    salt BLOB,
    content TEXT,
    PRIMARY KEY (shard, sequence)
) STRICT, WITHOUT ROWID;

-- What receipts refer to by hash: once each.
CREATE TABLE texts (
    hash BLOB PRIMARY KEY,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
