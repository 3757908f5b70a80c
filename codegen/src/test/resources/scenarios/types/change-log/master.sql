--liquibase formatted sql

--changeset taskstore:samples
CREATE TABLE samples (
  id bigint NOT NULL,
  a_text varchar DEFAULT 'it''s $5' NOT NULL,
  a_clob text,
  a_uuid uuid DEFAULT '00000000-0000-0000-0000-000000000001' NOT NULL,
  an_instant timestamp(6) with time zone DEFAULT TIMESTAMP WITH TIME ZONE '2026-01-02 03:04:05+00' NOT NULL,
  a_bigint bigint DEFAULT -5 NOT NULL,
  an_integer integer DEFAULT 7 NOT NULL,
  a_smallint smallint DEFAULT 3 NOT NULL,
  a_boolean boolean DEFAULT FALSE NOT NULL,
  no_text varchar DEFAULT NULL,
  no_uuid uuid,
  no_instant timestamp with time zone,
  no_bigint bigint,
  no_integer integer,
  no_smallint smallint,
  no_boolean boolean DEFAULT TRUE,
  CONSTRAINT pk_samples PRIMARY KEY (id)
);
