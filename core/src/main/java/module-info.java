/** Typed repositories over SQL databases that cannot be told apart through their API. */
module dev.taskstore {
  requires transitive com.zaxxer.hikari;
  requires transitive java.sql;
  requires transitive org.jooq;
  requires transitive org.jspecify;
  requires com.github.f4b6a3.uuid;
  requires java.logging;
  requires static jakarta.xml.bind;
  requires liquibase.core;
  requires org.apache.commons.lang3;
  requires org.apache.commons.collections4;
  requires org.apache.commons.io;
  requires org.apache.commons.text;
  requires org.yaml.snakeyaml;

  exports dev.taskstore;
  exports dev.taskstore.db;
  exports dev.taskstore.migration;
  exports dev.taskstore.schema;
  exports dev.taskstore.schema.tables;
  exports dev.taskstore.schema.tables.records;
  exports dev.taskstore.spi;

  uses dev.taskstore.spi.DialectProvider;
}
