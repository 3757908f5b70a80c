package dev.taskstore.liquibase.sqlite.value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A value whose contents are a file, read when the SQL is generated.
 *
 * @param path the path, relative to the file of the changeset
 * @param encoding the encoding of a text, or null for UTF-8
 * @param binary whether the contents are bytes instead of a text
 * @param changeSet the changeset
 */
record FileValue(String path, @Nullable String encoding, boolean binary, ChangeSet changeSet) {

  /** Returns the contents: bytes or a text. */
  Object read() {
    ResourceAccessor resources = Scope.getCurrentScope().getResourceAccessor();
    String changelog = changeSet.getChangeLog().getPhysicalFilePath();
    try (InputStream stream = resources.get(changelog).resolveSibling(path).openInputStream()) {
      byte[] bytes = stream.readAllBytes();
      Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
      return binary ? bytes : new String(bytes, charset);
    } catch (IOException e) {
      throw new UnexpectedLiquibaseException(
          "The file "
              + path
              + " of "
              + changeSet.toString(false)
              + " cannot be read; its path is relative to "
              + changelog,
          e);
    }
  }
}
