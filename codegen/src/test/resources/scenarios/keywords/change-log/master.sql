--liquibase formatted sql

--changeset taskstore:order
CREATE TABLE "order" (
  id uuid NOT NULL,
  "class" varchar NOT NULL,
  "default" integer DEFAULT 1 NOT NULL,
  "select" boolean DEFAULT TRUE NOT NULL,
  "group" varchar,
  "with" varchar,
  "build" varchar,
  "key" varchar,
  "of" varchar,
  "hash_code" varchar,
  "request" uuid,
  "a_b" varchar,
  "aB" varchar,
  "2nd" varchar,
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order_class UNIQUE ("class"),
  CONSTRAINT fk_order_request FOREIGN KEY ("request") REFERENCES "order" (id)
);

--changeset taskstore:columns
CREATE TABLE columns (
  "table" uuid NOT NULL,
  "column" varchar NOT NULL,
  CONSTRAINT pk_columns PRIMARY KEY ("table", "column")
);

--changeset taskstore:pages
CREATE TABLE pages (
  id uuid NOT NULL,
  book_id uuid NOT NULL,
  next_id uuid,
  CONSTRAINT pk_pages PRIMARY KEY (id),
  CONSTRAINT fk_pages_book_id FOREIGN KEY (book_id) REFERENCES "order" (id),
  CONSTRAINT fk_pages_next_id FOREIGN KEY (next_id) REFERENCES pages (id)
);
