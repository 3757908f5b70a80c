package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * An enum for a column whose CHECK lists the allowed texts.
 *
 * @param name the name of the Java enum
 * @param table the table of the column
 * @param column the column
 * @param constants the constants in the order of the CHECK
 * @param existing the enum of the application that replaces a generated one
 */
public record EnumModel(
    String name,
    String table,
    String column,
    List<Constant> constants,
    Optional<ClassName> existing) {

  /**
   * A constant.
   *
   * @param name the Java name
   * @param literal the stored text
   */
  public record Constant(String name, String literal) {}

  /** Copies the list. */
  public EnumModel {
    constants = List.copyOf(constants);
  }

  /**
   * Finds the constant of a stored text.
   *
   * @param literal the text
   * @return the constant
   * @throws IllegalArgumentException if no constant has the text
   */
  public Constant constantOf(String literal) {
    return constants.stream()
        .filter(constant -> constant.literal().equals(literal))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no literal " + literal));
  }
}
