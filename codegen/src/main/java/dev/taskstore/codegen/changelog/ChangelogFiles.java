package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.Scope;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * A changelog and where its files lie.
 *
 * @param changelog the path of the changelog inside one of the directories, with slashes
 * @param directories the directories that the changelog and the files that it includes are searched
 *     in; those that do not exist are skipped
 */
public record ChangelogFiles(String changelog, List<Path> directories) {

  /** Copies the list. */
  public ChangelogFiles {
    Objects.requireNonNull(changelog, "changelog");
    directories = List.copyOf(directories);
  }

  /**
   * Work that lets Liquibase read these files.
   *
   * @param <T> what it makes
   */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does the work.
     *
     * @param files the files as Liquibase reads them
     * @return what was made
     * @throws Exception when Liquibase fails
     */
    T run(ResourceAccessor files) throws Exception;
  }

  /**
   * Runs work with a Liquibase that is quiet and finds these files.
   *
   * @param work what to do
   * @param <T> what the work makes
   * @return what the work has made
   * @throws GenerationException when the changelog is in none of the directories
   * @throws Exception what the work throws
   */
  public <T> T read(Work<T> work) throws Exception {
    requireChangelog();
    ResourceAccessor files = resourceAccessor();
    return Scope.child(
        Map.of(
            Scope.Attr.logService.name(),
            new SilentLogService(),
            Scope.Attr.ui.name(),
            new LoggerUIService(),
            Scope.Attr.resourceAccessor.name(),
            files,
            "liquibase.analytics.enabled",
            "false"),
        () -> work.run(files));
  }

  /**
   * Says why Liquibase failed.
   *
   * @param failure what was caught
   * @return the message of the innermost cause, with a full stop
   */
  public static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }

  private void requireChangelog() {
    boolean found =
        directories.stream()
            .anyMatch(directory -> Files.isRegularFile(directory.resolve(changelog)));
    if (!found) {
      throw new GenerationException(
          "There is no changelog "
              + changelog
              + " in "
              + directories
              + "; name its path below one of these directories, or add its directory to resources.");
    }
  }

  private ResourceAccessor resourceAccessor() {
    CompositeResourceAccessor accessor = new CompositeResourceAccessor();
    try {
      for (Path directory : directories) {
        if (Files.isDirectory(directory)) {
          accessor.addResourceAccessor(new DirectoryResourceAccessor(directory));
        }
      }
    } catch (IOException e) {
      throw new GenerationException("The directories " + directories + " could not be read.", e);
    }
    accessor.addResourceAccessor(ClassPathFolder.xmlSchemas());
    accessor.addResourceAccessor(ClassPathFolder.storageTypes());
    return accessor;
  }
}
