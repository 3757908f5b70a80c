package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API with all its arguments, for the library and for the model.
 *
 * @param name the name of the call
 * @param arguments the arguments as text
 * @param ids the IDs that it generates
 * @param onLibrary the call on the library
 * @param onModel the same call on the model
 */
record Operation(
    String name,
    List<Object> arguments,
    @Nullable IdSource ids,
    Function<LibrarySide, Object> onLibrary,
    Function<ModelSide, Object> onModel) {

  static Operation of(
      String name,
      List<Object> arguments,
      Function<LibrarySide, Object> onLibrary,
      Function<ModelSide, Object> onModel) {
    return new Operation(name, arguments, null, onLibrary, onModel);
  }

  /** Returns a map as a result that is compared in the order of its entries. */
  static List<Object> entries(Map<?, ?> map) {
    return new ArrayList<>(map.entrySet());
  }

  Operation making(IdSource identifiers) {
    return new Operation(name, arguments, identifiers, onLibrary, onModel);
  }

  /** Returns whether it uses plain jOOQ of its session. */
  boolean isPlainJooq() {
    return name.startsWith("dsl.");
  }

  @Override
  public String toString() {
    return name + Literals.of(arguments);
  }
}
