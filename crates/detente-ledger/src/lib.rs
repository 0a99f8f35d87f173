//! The sourced, append-only ledger of Détente on SQLite
