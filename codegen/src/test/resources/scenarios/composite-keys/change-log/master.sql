--liquibase formatted sql

--changeset taskstore:editions
CREATE TABLE editions (
  isbn varchar NOT NULL,
  year integer NOT NULL,
  title varchar NOT NULL,
  CONSTRAINT pk_editions PRIMARY KEY (isbn, year)
);

--changeset taskstore:loans
CREATE TABLE loans (
  isbn varchar NOT NULL,
  year integer NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT pk_loans PRIMARY KEY (isbn, year, since),
  CONSTRAINT fk_loans_isbn_year FOREIGN KEY (isbn, year) REFERENCES editions (isbn, year)
);
