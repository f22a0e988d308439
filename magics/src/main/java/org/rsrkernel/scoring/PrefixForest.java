package org.rsrkernel.scoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.rsrkernel.student.PackedBatch;

/**
 * Sequences laid out so that a prefix which several share is computed once.
 *
 * <p>A compressed trie over token ids: every node becomes a segment of the {@link PackedBatch}. A
 * response token is predicted by the row before it, and rows that several sequences ask for with
 * the same target are scored once.
 */
final class PrefixForest {

  /** A shorter shared run costs more as a segment of its own than computing it again. */
  private static final int SHORTEST_SHARED_RUN = 8;

  private static final class Node {
    private Node parent;
    private final int[] tokenIds;
    private int from; // positions [from, to) of the sequences that pass through
    private final int to;
    private final List<Node> children = new ArrayList<>();
    private int segment = -1;
    private int start; // first row of the segment

    private Node(Node parent, int[] tokenIds, int from, int to) {
      this.parent = parent;
      this.tokenIds = tokenIds;
      this.from = from;
      this.to = to;
    }
  }

  private final List<TokenSequence> sequences;
  private final List<Node> leaves = new ArrayList<>(); // one a sequence
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param sorted sequences with a response, in lexicographic order of their token ids
   */
  PrefixForest(List<TokenSequence> sorted) {
    sequences = List.copyOf(sorted);
    Deque<Node> path = new ArrayDeque<>();
    TokenSequence previous = null;
    for (TokenSequence sequence : sequences) {
      int shared = previous == null ? 0 : sequence.sharedPrefix(previous);
      shared = cutPath(path, shared);
      if (sequence.computedLength() > shared) {
        Node node = new Node(path.peek(), sequence.tokenIds(), shared, sequence.computedLength());
        nodes.add(node);
        path.push(node);
      }
      leaves.add(path.element());
      previous = sequence;
    }
  }

  /**
   * Shortens the path of the previous sequence to what the next one shares, splitting the node in
   * which they part.
   *
   * @return positions shared after rounding a short run down to the node's start
   */
  private int cutPath(Deque<Node> path, int shared) {
    while (!path.isEmpty() && path.element().from >= shared) {
      path.pop();
    }
    if (path.isEmpty()) {
      return 0;
    }
    Node last = path.element();
    if (last.to <= shared) {
      return last.to;
    }
    path.pop();
    if (shared - last.from < SHORTEST_SHARED_RUN) {
      return last.from;
    }
    Node upper = new Node(last.parent, last.tokenIds, last.from, shared);
    nodes.add(upper);
    last.parent = upper;
    last.from = shared;
    path.push(upper);
    return shared;
  }

  /** Lays the nodes out, parents before children, and asks for the rows that predict responses. */
  Layout layout() {
    List<Node> ordered = inOrder();
    int tokens = ordered.stream().mapToInt(node -> node.to - node.from).sum();
    int[] tokenIds = new int[tokens];
    int[] positions = new int[tokens];
    List<PackedBatch.Segment> segments = new ArrayList<>();
    int start = 0;
    for (Node node : ordered) {
      int length = node.to - node.from;
      node.segment = segments.size();
      node.start = start;
      int parent = node.parent == null ? -1 : node.parent.segment;
      segments.add(new PackedBatch.Segment(parent, start, length));
      System.arraycopy(node.tokenIds, node.from, tokenIds, start, length);
      for (int k = 0; k < length; k++) {
        positions[start + k] = node.from + k;
      }
      start += length;
    }
    return rows(tokenIds, positions, segments);
  }

  private List<Node> inOrder() {
    Deque<Node> open = new ArrayDeque<>();
    for (Node node : nodes) {
      if (node.parent == null) {
        open.add(node);
      } else {
        node.parent.children.add(node);
      }
    }
    List<Node> ordered = new ArrayList<>(nodes.size());
    while (!open.isEmpty()) {
      Node node = open.pop();
      ordered.add(node);
      for (int k = node.children.size() - 1; k >= 0; k--) {
        open.push(node.children.get(k));
      }
    }
    return ordered;
  }

  private Layout rows(int[] tokenIds, int[] positions, List<PackedBatch.Segment> segments) {
    List<long[]> asked = new ArrayList<>(); // what each sequence asks for
    for (int i = 0; i < sequences.size(); i++) {
      asked.add(rowsAndTargets(sequences.get(i), leaves.get(i)));
    }
    long[] scored = withoutRepetitions(asked.stream().flatMapToLong(LongStream::of).sorted());
    int[] rows = LongStream.of(scored).mapToInt(row -> (int) (row >>> Integer.SIZE)).toArray();
    int[] targets = LongStream.of(scored).mapToInt(row -> (int) row).toArray();
    List<int[]> sequenceRows =
        asked.stream()
            .map(own -> LongStream.of(own).mapToInt(row -> find(scored, row)).toArray())
            .toList();
    return new Layout(new PackedBatch(tokenIds, positions, segments, rows, targets), sequenceRows);
  }

  /** Streams would box each value to tell it from the others. */
  private static long[] withoutRepetitions(LongStream sorted) {
    long[] values = sorted.toArray();
    int kept = 0;
    for (long value : values) {
      if (kept == 0 || values[kept - 1] != value) {
        values[kept++] = value;
      }
    }
    return Arrays.copyOf(values, kept);
  }

  private static int find(long[] sorted, long value) {
    return Arrays.binarySearch(sorted, value);
  }

  /** For each response token of the sequence, its row in the upper half, its id in the lower. */
  private static long[] rowsAndTargets(TokenSequence sequence, Node leaf) {
    int[] positions = sequence.responsePositions();
    long[] asked = new long[positions.length];
    Node node = leaf;
    for (int k = positions.length - 1; k >= 0; k--) { // from the leaf towards the root
      int predicting = positions[k] - 1;
      while (predicting < node.from) {
        node = node.parent;
      }
      long row = (long) node.start + predicting - node.from;
      asked[k] = row << Integer.SIZE | sequence.tokenIds()[positions[k]];
    }
    return asked;
  }

  /**
   * A batch and the way back from it.
   *
   * @param sequenceRows for each sequence, shape [R]: index into the batch's scored rows of each of
   *     its response tokens
   */
  record Layout(PackedBatch batch, List<int[]> sequenceRows) {}
}
