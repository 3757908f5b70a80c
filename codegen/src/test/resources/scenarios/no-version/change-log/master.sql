--liquibase formatted sql

--changeset taskstore:notes
CREATE TABLE notes (
  id uuid NOT NULL,
  text varchar NOT NULL,
  CONSTRAINT pk_notes PRIMARY KEY (id)
);
