package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All kinds of operations, each repeated according to its weight. */
final class Catalogue {

  private final List<Function<Draw, Operation>> sources = new ArrayList<>();

  /** The operations of programs with principals include those on personal data. */
  Catalogue(boolean hasPrincipals) {
    new KeyedOperations<>(new UserForm(), hasPrincipals).addTo(this);
    new KeyedOperations<>(new TaskForm(), hasPrincipals).addTo(this);
    new KeyedOperations<>(new TagForm(), hasPrincipals).addTo(this);
    new SelectionOperations<>(new UserForm(), UserForm.COLUMNS).addTo(this);
    new SelectionOperations<>(new TaskForm(), TaskForm.COLUMNS).addTo(this);
    new SelectionOperations<>(new TagForm(), TagForm.COLUMNS).addTo(this);
    new BulkOperations<>(new UserForm(), UserForm.COLUMNS).addTo(this);
    new BulkOperations<>(new TaskForm(), TaskForm.COLUMNS).addTo(this);
    new BulkOperations<>(new TagForm(), TagForm.COLUMNS).addTo(this);
    new UserOperations().addTo(this);
    new TaskOperations().addTo(this);
    new TagOperations().addTo(this);
    new LinkOperations(hasPrincipals).addTo(this);
    new ShareOperations(hasPrincipals).addTo(this);
    new PageOperations().addTo(this);
    new PlainOperations().addTo(this);
    new PlainTagOperations().addTo(this);
    if (hasPrincipals) {
      new PersonalDataOperations().addTo(this);
      new GivingOperations().addTo(this);
      new SubqueryOperations().addTo(this);
    }
  }

  void add(int weight, Function<Draw, Operation> source) {
    for (int i = 0; i < weight; i++) {
      sources.add(source);
    }
  }

  Operation draw(Draw draw) {
    return draw.pick(sources).apply(draw);
  }
}
