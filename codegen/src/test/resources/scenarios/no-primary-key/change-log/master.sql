--liquibase formatted sql

--changeset taskstore:sensors
CREATE TABLE sensors (
  id uuid NOT NULL,
  CONSTRAINT pk_sensors PRIMARY KEY (id)
);

--changeset taskstore:readings
CREATE TABLE readings (
  sensor_id uuid NOT NULL,
  value integer NOT NULL,
  CONSTRAINT fk_readings_sensor_id FOREIGN KEY (sensor_id) REFERENCES sensors (id)
);

--changeset taskstore:labels
CREATE TABLE labels (
  sensor_id uuid NOT NULL,
  number integer NOT NULL,
  CONSTRAINT uq_labels_number UNIQUE (number),
  CONSTRAINT fk_labels_sensor_id FOREIGN KEY (sensor_id) REFERENCES sensors (id)
);
