package dev.taskstore.codegen.specification.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.codegen.specification.diagram.Wire.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

  private static List<Box> boxes(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            box ->
                new Box(
                    "table" + box,
                    IntStream.range(0, 1 + box % 5)
                        .mapToObj(row -> new Box.Row("", "column" + row, "text"))
                        .toList()))
        .toList();
  }

  private static Link link(int child, int parent) {
    return new Link(child, 0, parent, 0, false, false);
  }

  @Test
  void aParentIsLeftOfItsChildren() {
    Layout layout = Layout.of(boxes(3), List.of(link(1, 0), link(2, 1), link(2, 0)));

    assertThat(layout.nodes().get(0).x).isLessThan(layout.nodes().get(1).x);
    assertThat(layout.nodes().get(1).x).isLessThan(layout.nodes().get(2).x);
  }

  @Test
  void aLinkThatCanBeStraightIsStraight() {
    Layout layout = Layout.of(boxes(2), List.of(link(1, 0)));

    assertThat(layout.wires().get(0).corners()).hasSize(2);
  }

  @Test
  void boxesThatReferToEachOtherStandSideBySide() {
    Layout layout = Layout.of(boxes(2), List.of(link(0, 1), link(1, 0)));

    assertThat(layout.nodes().get(0).layer).isNotEqualTo(layout.nodes().get(1).layer);
    assertThat(layout.wires()).extracting(Wire::childFirst).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aLinkOfABoxToItselfLeavesAndComesBackOnTheRight() {
    Box box =
        new Box("tree", List.of(new Box.Row("PK", "id", ""), new Box.Row("FK", "parent", "")));

    Layout layout = Layout.of(List.of(box), List.of(new Link(0, 1, 0, 0, false, true)));

    List<Point> corners = layout.wires().get(0).corners();
    int right = layout.nodes().get(0).x + layout.nodes().get(0).width;
    assertThat(corners).hasSize(4);
    assertThat(List.of(corners.get(0).x(), corners.get(3).x())).containsOnly(right);
    assertThat(corners.get(1).x()).isGreaterThan(right).isLessThan(layout.width());
  }

  @Test
  void boxesWithoutLinksStandInLinesBeneath() {
    Layout layout = Layout.of(boxes(12), List.of(link(1, 0)));

    int linked = layout.nodes().get(1).height + (int) layout.nodes().get(1).y;
    assertThat(layout.nodes().subList(2, 12))
        .allMatch(node -> node.y > linked)
        .extracting(node -> node.x)
        .contains(Layout.MARGIN);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noBoxLiesOnAnotherAndNoLinkRunsThroughOne(long seed) {
    Random random = new Random(seed);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      links.add(link(random.nextInt(14), random.nextInt(14)));
    }

    Layout layout = Layout.of(boxes(16), links);

    for (Node first : layout.nodes()) {
      assertThat(layout.nodes().stream().filter(second -> second != first))
          .noneMatch(second -> overlap(first, second));
      assertThat(layout.wires()).noneMatch(wire -> runsThrough(wire, first));
      assertThat(first.x + first.width).isLessThanOrEqualTo(layout.width());
      assertThat(first.y + first.height).isLessThanOrEqualTo(layout.height());
    }
  }

  private static boolean overlap(Node first, Node second) {
    return first.x < second.x + second.width
        && second.x < first.x + first.width
        && first.y < second.y + second.height
        && second.y < first.y + first.height;
  }

  private static boolean runsThrough(Wire wire, Node node) {
    List<Point> corners = wire.corners();
    return IntStream.range(1, corners.size())
        .anyMatch(
            i -> {
              Point from = corners.get(i - 1);
              Point to = corners.get(i);
              return Math.min(from.x(), to.x()) < node.x + node.width
                  && Math.max(from.x(), to.x()) > node.x
                  && Math.min(from.y(), to.y()) < node.y + node.height
                  && Math.max(from.y(), to.y()) > node.y;
            });
  }
}
