package dev.taskstore.codegen.maven;

import java.lang.reflect.Field;

/** The fields of goals, which Maven sets. */
final class Fields {

  private Fields() {}

  /** The field of a class or of its superclass. */
  static Field of(Class<?> goal, String name) throws NoSuchFieldException {
    try {
      return goal.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      Class<?> parent = goal.getSuperclass();
      if (parent == null) {
        throw e;
      }
      return of(parent, name);
    }
  }
}
