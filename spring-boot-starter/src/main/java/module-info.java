/** TaskStore in applications of Spring Boot. */
module dev.taskstore.spring.boot {
  requires transitive dev.taskstore.db;
  requires static com.fasterxml.jackson.annotation;
  requires static dev.taskstore;
  requires static dev.taskstore.observability;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires transitive org.jspecify;
  requires transitive spring.boot;
  requires transitive spring.context;
  requires transitive spring.tx;
  requires spring.beans;
  requires spring.boot.autoconfigure;
  requires static spring.boot.health;
  requires spring.boot.jdbc;
  requires spring.boot.sql;
  requires spring.boot.transaction;
  requires spring.core;
  requires spring.jdbc;

  exports dev.taskstore.spring.boot;

  opens dev.taskstore.spring.boot to
      spring.core,
      spring.beans,
      spring.context,
      spring.boot;
}
