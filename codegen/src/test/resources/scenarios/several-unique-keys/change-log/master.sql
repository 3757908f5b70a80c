--liquibase formatted sql

--changeset taskstore:people
CREATE TABLE people (
  id uuid NOT NULL,
  email varchar NOT NULL,
  nickname varchar,
  badge bigint NOT NULL,
  first_name varchar NOT NULL,
  last_name varchar NOT NULL,
  CONSTRAINT pk_people PRIMARY KEY (id),
  CONSTRAINT uq_people_email UNIQUE (email),
  CONSTRAINT uq_people_nickname UNIQUE (nickname),
  CONSTRAINT uq_people_first_name_last_name UNIQUE (first_name, last_name)
);
CREATE UNIQUE INDEX ux_people_badge ON people (badge);
CREATE INDEX ix_people_last_name ON people (last_name);

--changeset taskstore:countries
CREATE TABLE countries (
  code varchar NOT NULL,
  id varchar NOT NULL,
  CONSTRAINT pk_countries PRIMARY KEY (code),
  CONSTRAINT uq_countries_id UNIQUE (id)
);
