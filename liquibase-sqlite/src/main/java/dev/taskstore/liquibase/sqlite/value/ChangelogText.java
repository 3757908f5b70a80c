package dev.taskstore.liquibase.sqlite.value;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.core.SQLFileChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** The files of the changelog that runs, as they are written: with their properties. */
final class ChangelogText {

  /** That of the last changelog; changelogs with the same name are equal, but not the same. */
  private static volatile @Nullable Last last;

  private ChangelogText() {}

  /** Returns the types that the current changelog gives to columns through properties. */
  static PropertyTypes propertyTypes() {
    DatabaseChangeLog changelog = current();
    if (changelog == null) {
      return new PropertyTypes(List.of());
    }
    Last types = last;
    if (types == null || !types.changelog.refersTo(changelog)) {
      types = new Last(new WeakReference<>(changelog), new PropertyTypes(texts(changelog)));
      last = types;
    }
    return types.types;
  }

  /** Returns the changelog that runs, or null. */
  static @Nullable DatabaseChangeLog current() {
    return Scope.getCurrentScope().get(Scope.Attr.databaseChangeLog, DatabaseChangeLog.class);
  }

  private static List<String> texts(DatabaseChangeLog changelog) {
    ResourceAccessor resources = Scope.getCurrentScope().getResourceAccessor();
    Set<String> paths = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    for (ChangeSet changeSet : changelog.getChangeSets()) {
      paths.add(changeSet.getChangeLog().getPhysicalFilePath());
      for (Change change : changeSet.getChanges()) {
        if (change instanceof SQLFileChange file) {
          read(file::openSqlStream, texts);
        }
      }
    }
    for (String path : paths) {
      read(() -> open(resources, path), texts);
    }
    return texts;
  }

  /** A file that cannot be read leaves its types unknown; the values are then refused by name. */
  private static void read(Source source, List<String> texts) {
    try (InputStream stream = source.open()) {
      texts.add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      Scope.getCurrentScope()
          .getLog(ChangelogText.class)
          .fine("A changelog file cannot be read", e);
    }
  }

  private static InputStream open(ResourceAccessor resources, String path) throws IOException {
    Resource resource = resources.get(path);
    return resource.exists() ? resource.openInputStream() : InputStream.nullInputStream();
  }

  private record Last(WeakReference<DatabaseChangeLog> changelog, PropertyTypes types) {}

  private interface Source {
    InputStream open() throws IOException;
  }
}
