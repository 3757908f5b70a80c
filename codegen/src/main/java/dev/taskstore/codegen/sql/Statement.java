package dev.taskstore.codegen.sql;

/** A statement of a script. Immutable. */
public sealed interface Statement
    permits CreateTable, AlterTable, CreateIndex, CommentOn, DropObject, OtherStatement {

  /**
   * The statement as it is written.
   *
   * @return the text without the semicolon at its end, its comments and blanks kept
   */
  String text();
}
