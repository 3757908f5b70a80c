/** What the runtime and the generator of TaskStore share about changelogs. */
module dev.taskstore.changelog {
  requires java.xml;
  requires static transitive org.jspecify;
  requires transitive liquibase.core;
  requires org.yaml.snakeyaml;

  exports dev.taskstore.changelog;

  provides liquibase.datatype.LiquibaseDataType with
      dev.taskstore.changelog.type.CollatedTextType;
}
