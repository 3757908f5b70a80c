package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.Resource;

/** Checks the syntax of each file of a changelog when it is first read. */
final class CheckedResources extends CompositeResourceAccessor {

  private final Set<String> read = new HashSet<>();
  private final ChangelogIncludes includes = new ChangelogIncludes();

  @Override
  public List<Resource> getAll(String path) throws IOException {
    String file = ChangelogIncludes.normalize(path);
    List<Resource> found = super.getAll(file);
    if (found != null && !found.isEmpty() && ChangelogSyntax.isChecked(file) && read.add(file)) {
      try (InputStream content = found.get(0).openInputStream()) {
        check(file, ChangelogSyntax.of(file, content.readAllBytes()));
      }
    }
    return found;
  }

  private void check(String file, ChangelogSyntax syntax) {
    if (syntax.problem().isPresent()) {
      throw new GenerationException(
          "The changelog file "
              + file
              + " is invalid, "
              + syntax.problem().get().describe()
              + ". Correct the name or move it to its place.");
    }
    List<String> cycle = includes.add(file, syntax.includes());
    if (!cycle.isEmpty()) {
      throw new GenerationException(
          "The changelog includes itself: "
              + String.join(" includes ", cycle)
              + ". Remove one of these includes.");
    }
  }
}
