package dev.taskstore.codegen.specification.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.codegen.specification.diagram.Wire.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    assertThat(layout.nodes().get(0).x()).isLessThan(layout.nodes().get(1).x());
    assertThat(layout.nodes().get(1).x()).isLessThan(layout.nodes().get(2).x());
  }

  @Test
  void aLinkThatCanBeStraightIsStraight() {
    Layout layout = Layout.of(boxes(2), List.of(link(1, 0)));

    assertThat(layout.wires().get(0).corners()).hasSize(2);
  }

  @Test
  void boxesThatReferToEachOtherStandSideBySide() {
    Layout layout = Layout.of(boxes(2), List.of(link(0, 1), link(1, 0)));

    Node first = layout.nodes().get(0);
    Node second = layout.nodes().get(1);
    assertThat(Math.min(first.right(), second.right())).isLessThan(Math.max(first.x(), second.x()));
    assertThat(layout.wires()).extracting(Wire::childFirst).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aLinkOfABoxToItselfLeavesAndComesBackOnTheRight() {
    Box box =
        new Box("tree", List.of(new Box.Row("PK", "id", ""), new Box.Row("FK", "parent", "")));

    Layout layout = Layout.of(List.of(box), List.of(new Link(0, 1, 0, 0, false, true)));

    List<Point> corners = layout.wires().get(0).corners();
    int right = layout.nodes().get(0).x() + layout.nodes().get(0).width();
    assertThat(corners).hasSize(4);
    assertThat(List.of(corners.get(0).x(), corners.get(3).x())).containsOnly(right);
    assertThat(corners.get(1).x()).isGreaterThan(right).isLessThan(layout.width());
  }

  @Test
  void boxesWithoutLinksStandInLinesBeneath() {
    Layout layout = Layout.of(boxes(12), List.of(link(1, 0)));

    int linked = layout.nodes().get(1).bottom();
    assertThat(layout.nodes().subList(2, 12))
        .allMatch(node -> node.y() > linked)
        .extracting(node -> node.x())
        .contains(Layout.MARGIN);
  }

  @Test
  void linksToOneRowShareALineUpToWhereTheyBranch() {
    Layout layout = Layout.of(boxes(3), List.of(link(1, 0), link(2, 0)));

    assertThat(layout.junctions()).hasSize(1);
    Point branch = layout.junctions().get(0);
    Node parent = layout.nodes().get(0);
    assertThat(branch.x()).isGreaterThan(parent.right());
    assertThat(layout.wires())
        .allSatisfy(
            wire -> {
              assertThat(wire.corners().get(0)).isEqualTo(new Point(parent.right(), branch.y()));
              assertThat(wire.corners().get(1).x()).isGreaterThanOrEqualTo(branch.x());
            });
  }

  @Test
  void linksToOneRowThatLookDifferentHaveEndsOfTheirOwn() {
    Layout layout = Layout.of(boxes(3), List.of(link(1, 0), new Link(2, 0, 0, 0, false, true)));

    assertThat(layout.wires().get(0).corners().get(0))
        .isNotEqualTo(layout.wires().get(1).corners().get(0));
    assertThat(layout.junctions()).isEmpty();
  }

  @Test
  void aDiagramOfNothingIsEmpty() {
    assertThat(Layout.of(List.of(), List.of()).nodes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void boxesOfOneLayerHaveTheSameEdges(long seed) {
    List<Node> linked = layoutOfThirty(seed).nodes().subList(0, linkedOfThirty(seed));

    for (Node first : linked) {
      assertThat(linked)
          .filteredOn(second -> second.x() < first.right() && first.x() < second.right())
          .allMatch(second -> second.x() == first.x() && second.width() == first.width());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aLinkRunsAtRightAnglesFromRowToRow(long seed) {
    Layout layout = layoutOfThirty(seed);

    for (Wire wire : layout.wires()) {
      List<Point> corners = wire.corners();
      for (int i = 1; i < corners.size(); i++) {
        Point from = corners.get(i - 1);
        Point to = corners.get(i);
        assertThat(from.x() == to.x()).isNotEqualTo(from.y() == to.y());
      }
      Link link = wire.link();
      Point first = corners.get(0);
      Point last = corners.get(corners.size() - 1);
      assertTouches(
          wire.childFirst() ? first : last, layout.nodes().get(link.child()), link.childRow());
      assertTouches(
          wire.childFirst() ? last : first, layout.nodes().get(link.parent()), link.parentRow());
    }
  }

  private static void assertTouches(Point end, Node node, int row) {
    assertThat(end.x()).isIn(node.x(), node.right());
    int top = node.y() + Box.HEADER + row * Box.ROW;
    assertThat(end.y()).isStrictlyBetween(top, top + Box.ROW);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSameInputHasTheSameLayout(long seed) {
    assertThat(layoutOfThirty(seed)).isEqualTo(layoutOfThirty(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noBoxLiesOnAnotherAndNoLinkRunsThroughOne(long seed) {
    Random random = new Random(seed);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      links.add(link(random.nextInt(14), random.nextInt(14)));
    }

    assertNothingOverlaps(Layout.of(boxes(16), links));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noneOfThirtyBoxesLiesOnAnotherAndNoLinkRunsThroughOne(long seed) {
    assertNothingOverlaps(layoutOfThirty(seed));
  }

  private static Layout layoutOfThirty(long seed) {
    return Layout.of(boxes(30), fiftyLinks(seed));
  }

  private static int linkedOfThirty(long seed) {
    return (int)
        fiftyLinks(seed).stream()
            .flatMap(link -> Stream.of(link.child(), link.parent()))
            .distinct()
            .count();
  }

  private static List<Link> fiftyLinks(long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> anyLink(random))
        .filter(link -> !link.toItself() || link.childRow() != link.parentRow())
        .limit(50)
        .toList();
  }

  private static Link anyLink(Random random) {
    int child = random.nextInt(28);
    int childRow = random.nextInt(1 + child % 5);
    return new Link(
        child, childRow, random.nextInt(28), 0, random.nextBoolean(), random.nextBoolean());
  }

  private static void assertNothingOverlaps(Layout layout) {
    for (Node first : layout.nodes()) {
      assertThat(layout.nodes().stream().filter(second -> !second.equals(first)))
          .noneMatch(second -> overlap(first, second));
      assertThat(layout.wires()).noneMatch(wire -> runsThrough(wire, first));
      assertThat(first.x() + first.width()).isLessThanOrEqualTo(layout.width());
      assertThat(first.y() + first.height()).isLessThanOrEqualTo(layout.height());
    }
  }

  private static boolean overlap(Node first, Node second) {
    return first.x() < second.x() + second.width()
        && second.x() < first.x() + first.width()
        && first.y() < second.y() + second.height()
        && second.y() < first.y() + first.height();
  }

  private static boolean runsThrough(Wire wire, Node node) {
    List<Point> corners = wire.corners();
    return IntStream.range(1, corners.size())
        .anyMatch(
            i -> {
              Point from = corners.get(i - 1);
              Point to = corners.get(i);
              return Math.min(from.x(), to.x()) < node.x() + node.width()
                  && Math.max(from.x(), to.x()) > node.x()
                  && Math.min(from.y(), to.y()) < node.y() + node.height()
                  && Math.max(from.y(), to.y()) > node.y();
            });
  }
}
