package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void anEmptyPageKeepsItsNeighboursWhenMapped() {
    Page<Integer> page =
        new Page<>(List.of(), Optional.of(PageRequest.last(3)), Optional.of(PageRequest.first(3)));

    Page<String> mapped = page.map(String::valueOf);

    assertThat(mapped.items()).isEmpty();
    assertThat(mapped.next()).contains(PageRequest.last(3));
    assertThat(mapped.previous()).contains(PageRequest.first(3));
  }

  @Test
  void itemsAreCopiedAndCannotBeChanged() {
    List<Integer> items = new ArrayList<>(List.of(1, 2));
    Page<Integer> page = new Page<>(items, Optional.empty(), Optional.empty());

    items.clear();

    assertThat(page.items()).containsExactly(1, 2);
    List<Integer> shown = page.items();
    assertThatThrownBy(() -> shown.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }
}
