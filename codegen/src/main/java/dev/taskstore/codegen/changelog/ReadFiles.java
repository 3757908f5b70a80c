package dev.taskstore.codegen.changelog;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files and folders of a changelog that Liquibase has read, except the rows of {@code loadData}
 * and Liquibase's own files. Not thread-safe.
 */
public final class ReadFiles {

  private final SortedSet<String> files = new TreeSet<>();
  private final SortedSet<String> folders = new TreeSet<>();

  /** Creates an empty list. */
  public ReadFiles() {}

  void file(String path) {
    if (!path.startsWith("www.liquibase.org/") && !path.endsWith(".csv")) {
      files.add(path);
    }
  }

  void folder(String path) {
    folders.add(path);
  }

  /**
   * Returns the files.
   *
   * @return their paths inside the directories, with slashes
   */
  public SortedSet<String> files() {
    return new TreeSet<>(files);
  }

  /**
   * Returns the folders whose files {@code includeAll} has listed.
   *
   * @return their paths inside the directories, with slashes
   */
  public SortedSet<String> folders() {
    return new TreeSet<>(folders);
  }
}
