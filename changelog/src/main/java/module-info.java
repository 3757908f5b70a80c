/** What the runtime and the generator of TaskStore share about changelogs. */
module dev.taskstore.changelog {
  requires java.xml;
  requires static transitive org.jspecify;
  requires transitive liquibase.core;
  requires org.yaml.snakeyaml;

  exports dev.taskstore.changelog;
  // Liquibase creates data types by reflection.
  exports dev.taskstore.changelog.type to
      liquibase.core;

  provides liquibase.datatype.LiquibaseDataType with
      dev.taskstore.changelog.type.CollatedTextType;
}
