-- Tables that libraries bring, outside Prisma's schema. Each statement may run again.
CREATE SCHEMA IF NOT EXISTS library;

-- connect-pg-simple
CREATE TABLE IF NOT EXISTS library.session (
  sid text PRIMARY KEY,
  sess json NOT NULL,
  expire timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS session_expire ON library.session (expire);

-- rate-limiter-flexible
CREATE TABLE IF NOT EXISTS library.limits (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX IF NOT EXISTS limits_expire ON library.limits (expire);
