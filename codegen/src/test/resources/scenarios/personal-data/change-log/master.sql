--liquibase formatted sql

--changeset taskstore:people
--comment: data:personal people.name, people.first_name people.born_on data:secret people.pin
CREATE TABLE people (
  id uuid NOT NULL,
  name varchar NOT NULL,
  first_name varchar,
  born_on date,
  pin integer NOT NULL,
  active boolean DEFAULT TRUE NOT NULL,
  CONSTRAINT pk_people PRIMARY KEY (id)
);

--changeset taskstore:visits
--comment: data:personal visits.place
CREATE TABLE visits (
  person_id uuid NOT NULL,
  place varchar NOT NULL,
  host_id uuid,
  CONSTRAINT pk_visits PRIMARY KEY (person_id, place),
  CONSTRAINT fk_visits_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
  CONSTRAINT fk_visits_host_id FOREIGN KEY (host_id) REFERENCES people (id) ON DELETE SET NULL
);
