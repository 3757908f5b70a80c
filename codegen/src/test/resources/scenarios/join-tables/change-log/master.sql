--liquibase formatted sql

--changeset taskstore:books
CREATE TABLE authors (
  id uuid NOT NULL,
  name varchar NOT NULL,
  CONSTRAINT pk_authors PRIMARY KEY (id),
  CONSTRAINT uq_authors_name UNIQUE (name)
);
CREATE TABLE books (
  id uuid NOT NULL,
  author_id uuid NOT NULL,
  CONSTRAINT pk_books PRIMARY KEY (id),
  CONSTRAINT fk_books_author_id FOREIGN KEY (author_id) REFERENCES authors (id)
);

--changeset taskstore:book-translators
CREATE TABLE book_authors (
  book_id uuid NOT NULL,
  author_id uuid NOT NULL,
  CONSTRAINT pk_book_authors PRIMARY KEY (book_id, author_id),
  CONSTRAINT fk_book_authors_book_id FOREIGN KEY (book_id) REFERENCES books (id),
  CONSTRAINT fk_book_authors_author_id FOREIGN KEY (author_id) REFERENCES authors (id)
);

--changeset taskstore:citations
CREATE TABLE citations (
  citing_id uuid NOT NULL,
  cited_id uuid NOT NULL,
  CONSTRAINT pk_citations PRIMARY KEY (citing_id, cited_id),
  CONSTRAINT fk_citations_citing_id FOREIGN KEY (citing_id) REFERENCES books (id),
  CONSTRAINT fk_citations_cited_id FOREIGN KEY (cited_id) REFERENCES books (id)
);

--changeset taskstore:reviews
CREATE TABLE reviews (
  book_id uuid NOT NULL,
  author_id uuid NOT NULL,
  stars smallint NOT NULL,
  CONSTRAINT pk_reviews PRIMARY KEY (book_id, author_id),
  CONSTRAINT fk_reviews_book_id FOREIGN KEY (book_id) REFERENCES books (id),
  CONSTRAINT fk_reviews_author_id FOREIGN KEY (author_id) REFERENCES authors (id)
);
