package dev.taskstore.internal;

import dev.taskstore.migration.Migrations;
import org.jspecify.annotations.Nullable;

/** Makes the migrations of a database that has a changelog. */
public final class MigrationsFactory {

  private MigrationsFactory() {}

  /** The migrations, or null without a changelog. */
  public static @Nullable Migrations create(DatabaseSettings settings, Engine engine) {
    if (settings.changelog == null) {
      return null;
    }
    ClassLoader given = settings.classLoader;
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader =
        given != null
            ? given
            : context != null ? context : MigrationsFactory.class.getClassLoader();
    return new LiquibaseMigrations(engine, settings.changelog, settings.contexts, loader);
  }
}
