package dev.taskstore.codegen.changelog;

import java.io.IOException;
import java.util.List;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;

/**
 * The XML schemas in Liquibase's jar, and nothing else of the class path: where the resources of a
 * project are on it, Liquibase would find every changelog file twice and refuse it.
 */
final class LiquibaseSchemaFiles extends ClassLoaderResourceAccessor {

  private static final String HOST = "www.liquibase.org/";

  LiquibaseSchemaFiles() {
    super(ClassLoaderResourceAccessor.class.getClassLoader());
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    return path.replace("classpath:", "").startsWith(HOST) ? super.getAll(path) : List.of();
  }

  @Override
  public List<Resource> search(String path, SearchOptions options) {
    return List.of();
  }

  @Override
  public List<Resource> search(String path, boolean recursive) {
    return List.of();
  }
}
