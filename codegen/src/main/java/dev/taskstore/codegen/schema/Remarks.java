package dev.taskstore.codegen.schema;

import org.jooq.meta.Definition;

/** Remarks of tables and columns. */
final class Remarks {

  private Remarks() {}

  static String of(Definition definition) {
    String comment = definition.getComment();
    return comment == null ? "" : comment.strip();
  }
}
