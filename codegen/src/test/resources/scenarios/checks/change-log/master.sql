--liquibase formatted sql

--changeset taskstore:parcels
CREATE TABLE parcels (
  id uuid NOT NULL,
  status varchar DEFAULT 'in-transit' NOT NULL,
  reason varchar,
  kind varchar NOT NULL,
  label varchar NOT NULL,
  note varchar,
  code varchar NOT NULL,
  slogan varchar(80) NOT NULL,
  sender varchar NOT NULL,
  weight integer NOT NULL,
  CONSTRAINT pk_parcels PRIMARY KEY (id),
  CONSTRAINT ck_parcels_status CHECK (status IN ('in-transit', 'delivered', '', '2nd try')),
  CONSTRAINT ck_parcels_reason CHECK (reason IS NULL OR reason IN ('lost', 'refused')),
  CONSTRAINT ck_parcels_kind CHECK (kind IN ('box')),
  CONSTRAINT ck_parcels_label CHECK (length(label) BETWEEN 1 AND 30),
  CONSTRAINT ck_parcels_note CHECK (note IS NULL OR length(note) < 100),
  CONSTRAINT ck_parcels_code CHECK (length(code) >= 4 AND length(code) <= 9),
  CONSTRAINT ck_parcels_sender_least CHECK (length(sender) > 2),
  CONSTRAINT ck_parcels_sender_most CHECK (length(sender) <= 40),
  CONSTRAINT ck_parcels_sender_trimmed CHECK (trim(sender) = sender),
  CONSTRAINT ck_parcels_weight CHECK (weight IN (1, 2, 3)),
  CONSTRAINT ck_parcels_both CHECK (length(label) + length(code) < 35)
);

--changeset taskstore:comments dbms:postgresql
COMMENT ON TABLE parcels IS 'What is sent: <b>bold</b> & {@link braces} */ end';
COMMENT ON COLUMN parcels.status IS 'Where it is; C:\users';
