package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import java.io.IOException;
import java.util.List;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;

/**
 * Limits the class path to one folder. If the resources of a project are on the class path,
 * Liquibase would otherwise find every changelog file twice and fail.
 */
final class ClassPathFolder extends ClassLoaderResourceAccessor {

  private final String folder;

  private ClassPathFolder(ClassLoader loader, String folder) {
    super(loader);
    this.folder = folder;
  }

  /** The XML schemas in Liquibase's jar. */
  static ClassPathFolder xmlSchemas() {
    return new ClassPathFolder(
        ClassLoaderResourceAccessor.class.getClassLoader(), "www.liquibase.org/");
  }

  /** The definitions of storage types, which changelogs can include. */
  static ClassPathFolder storageTypes() {
    return new ClassPathFolder(ChangelogCheck.class.getClassLoader(), "dev/taskstore/change-log/");
  }

  /** Returns at most one resource: a class path may contain two versions of a jar. */
  @Override
  public List<Resource> getAll(String path) throws IOException {
    List<Resource> found =
        path.replace("classpath:", "").startsWith(folder) ? super.getAll(path) : null;
    return found == null || found.isEmpty() ? List.of() : found.subList(0, 1);
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
