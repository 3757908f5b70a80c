--liquibase formatted sql

--changeset taskstore:categories
CREATE TABLE categories (
  id uuid NOT NULL,
  name varchar NOT NULL,
  parent_id uuid,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT pk_categories PRIMARY KEY (id),
  CONSTRAINT fk_categories_parent_id FOREIGN KEY (parent_id) REFERENCES categories (id)
);
