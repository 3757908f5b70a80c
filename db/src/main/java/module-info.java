/** The runtime of TaskStore: repositories, paging, transactions and migrations for any schema. */
module dev.taskstore.db {
  requires transitive com.zaxxer.hikari;
  requires transitive java.sql;
  requires transitive org.jooq;
  requires transitive org.jspecify;
  requires dev.taskstore.changelog;
  requires com.github.f4b6a3.uuid;
  requires java.logging;
  requires static jakarta.xml.bind;
  requires liquibase.core;
  requires org.apache.commons.lang3;
  requires org.apache.commons.collections4;
  requires org.apache.commons.io;
  requires org.apache.commons.text;

  exports dev.taskstore.db;
  exports dev.taskstore.db.audit;
  exports dev.taskstore.db.exception;
  exports dev.taskstore.db.integrity;
  exports dev.taskstore.db.managed;
  exports dev.taskstore.db.mapping;
  exports dev.taskstore.db.migration;
  exports dev.taskstore.db.observation;
  exports dev.taskstore.db.personal;
  exports dev.taskstore.db.scope;
  exports dev.taskstore.db.security;
  exports dev.taskstore.db.spi;

  uses dev.taskstore.db.spi.DialectProvider;

  // Liquibase, an automatic module, finds its extensions; this adds them to the module graph.
  uses liquibase.change.Change;
}
