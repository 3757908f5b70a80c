package dev.taskstore.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import liquibase.resource.Resource;

/** Reads and compares the contents of changelog files. Stateless and thread-safe. */
public final class ChangelogContents {

  private ChangelogContents() {}

  /**
   * Returns the content of a file.
   *
   * @param resource the file
   * @return its bytes
   * @throws IOException if the file cannot be read
   */
  public static byte[] of(Resource resource) throws IOException {
    try (InputStream in = resource.openInputStream()) {
      return in.readAllBytes();
    }
  }

  /**
   * Returns one of several files of one path, as jars contain them, if all have the same content.
   * Otherwise all are returned, so that Liquibase refuses them.
   *
   * @param resources the files
   * @return the first file, or all files if they differ
   * @throws IOException if a file cannot be read
   */
  public static List<Resource> distinct(List<Resource> resources) throws IOException {
    if (resources.size() < 2) {
      return resources;
    }
    byte[] first = of(resources.get(0));
    for (Resource other : resources.subList(1, resources.size())) {
      if (!Arrays.equals(first, of(other))) {
        return resources;
      }
    }
    return resources.subList(0, 1);
  }
}
